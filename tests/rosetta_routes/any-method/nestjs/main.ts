import { All, Controller, Delete, Get, Module, Patch, Post, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import * as library from "./library";

@Controller("api")
class HookController { @All("hook") hook() { return library.addBook() } }

@Module({ controllers: [HookController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
