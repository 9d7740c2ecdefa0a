import "./desk.css";
import "./queue.css";
import { localTimes } from "../design/times";
import { Keys } from "./keys";
import { Presence } from "./presence";
import { Queue } from "./queue";

localTimes();
customElements.define("sigap-keys", Keys);
customElements.define("sigap-presence", Presence);
customElements.define("sigap-queue", Queue);
