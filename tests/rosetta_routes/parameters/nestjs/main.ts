import { All, Controller, Delete, Get, Module, Patch, Post, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import * as library from "./library";

@Controller("orgs/:org/books")
class BooksController {
  @Get("latest") latest() { return library.oneBook() }
  @Get(":id") one() { return library.oneBook() }
}

@Controller("files")
class FilesController { @Get("*path") file() {} }

@Module({ controllers: [BooksController, FilesController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
