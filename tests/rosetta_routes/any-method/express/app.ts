import express, { Router } from "express";
import passport from "passport";
import * as library from "./library";

const app = express();
app.all("/api/hook", async (req, res) => { res.json(await library.addBook()) });
app.listen(3000);
