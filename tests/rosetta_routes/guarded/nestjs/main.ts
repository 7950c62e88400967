import { All, Controller, Delete, Get, Module, Patch, Post, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import * as library from "./library";

@Controller("books")
class BooksController {
  @Get() all() { return library.allBooks() }
  @UseGuards(AuthGuard("jwt")) @Post() add() { return library.addBook() }
}

@UseGuards(AuthGuard("jwt"))
@Controller("loans")
class LoansController {
  @Post() lend() { return library.lend() }
}

@Module({ controllers: [BooksController, LoansController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
