import { All, Controller, Delete, Get, Module, Patch, Post, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import * as library from "./library";

@Controller("books")
class BooksController {
  @Get() all() { return library.allBooks() }
  @Post() add() { return library.addBook() }
  @Get(":id") one() { return library.oneBook() }
  @Patch(":id") change() { return library.changeBook() }
  @Delete(":id") drop() { return library.dropBook() }
}

@Module({ controllers: [BooksController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  await app.listen(3000);
}
bootstrap();
