import "./case.css";
import { localTimes } from "../design/times";
import { Chat } from "./chat";
import { Upload } from "./upload";

localTimes();
customElements.define("sigap-chat", Chat);
customElements.define("sigap-upload", Upload);
