import "./case.css";
import { localTimes } from "../design/times";

localTimes();
