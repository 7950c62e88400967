export { createContext, useContext } from "react";
