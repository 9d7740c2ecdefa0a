package id.sigap.reliable;

import jakarta.enterprise.context.RequestScoped;
import org.jboss.logging.MDC;

/** The trace of the request or record being handled; whatever is journalled carries it on. */
@RequestScoped
public class Trace {

    private TraceParent current;

    public TraceParent current() {
        if (current == null) {
            continueFrom(null);
        }
        return current;
    }

    /** Takes up the caller's trace, or starts one if there is none. */
    public void continueFrom(String header) {
        current = TraceParent.read(header).map(TraceParent::child).orElseGet(TraceParent::root);
        MDC.put("trace", current.traceId());
    }
}
