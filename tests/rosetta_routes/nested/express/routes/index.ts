import { Router } from "express";
import * as library from "../library";
import { books } from "./books";

const router = Router();
const shop = Router({ mergeParams: true });
router.get("/health", (req, res) => { res.send("ok") });
shop.use("/books", books);
shop.post("/loans", async (req, res) => { res.json(await library.lend()) });
router.use("/shops/:shop", shop);
export default router;
