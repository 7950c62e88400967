export * from "./b";
export * from "./z";
