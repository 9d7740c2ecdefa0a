import "./case.css";
import { localTimes } from "../design/times";
import { Chat } from "./chat";
import { Countdown } from "./countdown";
import { watchSession } from "./session";
import { Upload } from "./upload";

localTimes();
watchSession();
customElements.define("sigap-chat", Chat);
customElements.define("sigap-countdown", Countdown);
customElements.define("sigap-upload", Upload);

// a phone that was borrowed keeps nothing of it
document.querySelector("form[action='/case/leave']")?.addEventListener("submit", () => {
  for (const storage of [sessionStorage, localStorage]) {
    Object.keys(storage).filter((place) => place.startsWith("sigap-")).forEach((place) => storage.removeItem(place));
  }
});
