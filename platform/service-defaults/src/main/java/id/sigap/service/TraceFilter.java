package id.sigap.service;

import id.sigap.events.CloudEventHeader;
import id.sigap.reliable.Trace;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes up the caller's W3C trace, so that a report can be followed from the form to the operator. */
class TraceFilter {

    private final Trace trace;

    TraceFilter(Trace trace) {
        this.trace = trace;
    }

    @ServerRequestFilter
    void takeUp(ContainerRequestContext request) {
        trace.continueFrom(request.getHeaderString(CloudEventHeader.TRACE_PARENT.key()));
    }
}
