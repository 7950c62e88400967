import { Controller, Get, Module } from "@nestjs/common";
import { NestFactory, RouterModule } from "@nestjs/core";
import { ShopsModule } from "./books.module";

@Controller("health")
class HealthController {
  @Get() check() { return "ok" }
}

@Module({ imports: [ShopsModule, RouterModule.register([{ path: "shops/:shop", module: ShopsModule }])], controllers: [HealthController] })
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api/v1");
  await app.listen(3000);
}
bootstrap();
