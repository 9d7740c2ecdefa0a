package id.sigap.web;

import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import java.util.Optional;

/**
 * A page, not drawn yet: it gets its language and the headers that guard it on its way out.
 *
 * @param retryAfter for how long enough was asked for: then its status is 429, and it says why
 */
public record Page(TemplateInstance template, Optional<Duration> retryAfter) {

    public Page(TemplateInstance template) {
        this(template, Optional.empty());
    }
}
