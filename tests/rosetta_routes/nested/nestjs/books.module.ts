import { Controller, Get, Module, Param, Post } from "@nestjs/common";
import * as library from "./library";

@Controller("books")
class BooksController {
  @Get() all() { return library.allBooks() }
  @Get(":id") one(@Param("id") id: string) { return library.oneBook() }
}

@Controller("loans")
class LoansController {
  @Post() lend() { return library.lend() }
}

@Module({ controllers: [BooksController, LoansController] })
export class ShopsModule {}
