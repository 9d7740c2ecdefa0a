package id.sigap.notifier.reply;

import id.sigap.events.RequestId;
import id.sigap.service.Refusal;

/** A request's id as it stands in a path. */
final class RequestIds {

    private RequestIds() {}

    /** @throws Refusal 404: what is no id is the id of nothing */
    static RequestId read(String typed) {
        try {
            return RequestId.of(typed);
        } catch (IllegalArgumentException _) {
            throw Refusal.notFound("request");
        }
    }
}
