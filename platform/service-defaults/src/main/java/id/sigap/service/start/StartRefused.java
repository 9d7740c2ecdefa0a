package id.sigap.service.start;

import java.util.List;

/** Why this service doesn't start: everything that has to be put right, each with what to do. */
public final class StartRefused extends RuntimeException {

    public StartRefused(List<String> reasons) {
        super("this service does not start:"
                + String.join(
                        "", reasons.stream().map(reason -> "\n  - " + reason).toList()));
    }

    public StartRefused(String reason) {
        this(List.of(reason));
    }
}
