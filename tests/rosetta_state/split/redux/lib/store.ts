export * from "@reduxjs/toolkit";
