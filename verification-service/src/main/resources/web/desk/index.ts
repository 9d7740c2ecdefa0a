import "./desk.css";
import "./case.css";
import { localTimes } from "../design/times";
import { asking } from "./asking";
import { Conversation } from "./chat";
import { drafts } from "./drafts";
import { pictures } from "./picture";
import { Recording } from "./recording";

localTimes();
drafts();
pictures();
asking();
customElements.define("sigap-conversation", Conversation);
customElements.define("sigap-recording", Recording);
