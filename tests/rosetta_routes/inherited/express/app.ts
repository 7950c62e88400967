import express from "express";
import { crud } from "./crud";

const app = express();
app.use("/books", crud());
app.use("/drafts", crud());
app.listen(3000);
