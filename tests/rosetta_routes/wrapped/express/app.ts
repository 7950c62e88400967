import express, { Router } from "express";
import passport from "passport";
import * as library from "./library";
import { LoansService } from "./loans.service";

const app = express();
const safe = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);
const service = new LoansService();
class LoansController {
  constructor(private readonly loans: LoansService) {}
  add = async (req, res) => { res.json(await this.loans.add()) };
}
const controller = new LoansController(service);
app.get("/books", safe(async (req, res) => { res.json(await library.allBooks()) }));
app.post("/loans", safe(controller.add));
app.listen(3000);
