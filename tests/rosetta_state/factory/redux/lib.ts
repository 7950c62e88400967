import { createSlice } from "@reduxjs/toolkit";

export const makeSlice = (name, initialState) => createSlice({ name, initialState, reducers: {} });
