package id.sigap.notifier.watermark;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How old the last watermark is: while it grows no breach is declared. */
@ApplicationScoped
class WatermarkAge {

    private static final String AGE =
            "select extract(epoch from clock_timestamp() - through) from watermark where through > '-infinity'";

    private final DataSource database;

    WatermarkAge(DataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        Gauge.builder("sigap.watermark.age.seconds", this::age)
                .description("time since the moment up to which all confirmations are known to be published")
                .register(metrics);
    }

    private double age() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(AGE);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getDouble(1) : Double.NaN;
        } catch (SQLException _) {
            return Double.NaN;
        }
    }
}
