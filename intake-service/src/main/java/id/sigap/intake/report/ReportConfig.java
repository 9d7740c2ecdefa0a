package id.sigap.intake.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is taken as a report. */
@ConfigMapping(prefix = "sigap.intake")
public interface ReportConfig {

    /** A complaint about something that happened longer ago is refused. */
    @WithDefault("P30D")
    Duration oldestReport();
}
