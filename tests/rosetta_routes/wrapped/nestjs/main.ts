import { All, Controller, Delete, Get, Module, Patch, Post, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AuthGuard } from "@nestjs/passport";
import * as library from "./library";
import { LoansService } from "./loans.service";

@Controller()
class ShopController {
  constructor(private readonly loans: LoansService) {}
  @Get("books") all() { return this.every() }
  @Post("loans") add() { return this.loans.add() }
  private every() { return library.allBooks() }
}

@Module({ controllers: [ShopController], providers: [LoansService] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
bootstrap();
