import { Get, Post } from "@nestjs/common";
import * as library from "./library";

export abstract class BaseController {
  @Get() all() { return library.allBooks() }
  @Post() add() { return library.addBook() }
}
