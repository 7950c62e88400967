export { atom } from "jotai";
