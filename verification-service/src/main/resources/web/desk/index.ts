import "./desk.css";
import { localTimes } from "../design/times";

localTimes();
