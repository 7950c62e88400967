import { applyDecorators, Controller, Delete, Get, Module, Post, UseGuards, UseInterceptors } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import * as library from "./library";

class LogInterceptor { intercept(context, next) { return next.handle() } }
class JwtAuthGuard extends AuthGuard("jwt") {}
const Guarded = () => applyDecorators(UseGuards(JwtAuthGuard), UseInterceptors(LogInterceptor));

@UseInterceptors(LogInterceptor)
@Controller("books")
class BooksController {
  @Get() all() { return library.allBooks() }
  @Guarded() @Post() add() { return library.addBook() }
  @UseGuards(JwtAuthGuard, AuthGuard("local")) @Delete(":id") drop() { return library.dropBook() }
}

@Module({ controllers: [BooksController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
