import { Controller, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { BaseController } from "./base.controller";

@Controller("books") class BooksController extends BaseController {}
@Controller("drafts") class DraftsController extends BaseController {}

@Module({ controllers: [BooksController, DraftsController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
