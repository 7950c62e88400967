import express from "express";
import passport from "passport";
import * as library from "./library";

const app = express();
const log = (req, res, next) => next();
const login = passport.authenticate("jwt");
const guarded = [log, login];
app.get("/books", [log], async (req, res) => { res.json(await library.allBooks()) });
app.post("/books", guarded, async (req, res) => { res.json(await library.addBook()) });
app.delete("/books/:id", [log, [login]], log, async (req, res) => { res.json(await library.dropBook()) });
app.listen(3000);
