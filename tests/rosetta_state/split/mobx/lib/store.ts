export { action, makeObservable, observable } from "mobx";
