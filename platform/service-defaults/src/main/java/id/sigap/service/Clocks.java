package id.sigap.service;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one place a service's time comes from; a test puts another clock in its stead. */
class Clocks {

    /** UTC, in milliseconds: what JSON, PostgreSQL and Kafka can all hold without rounding. */
    @Produces
    @DefaultBean
    @ApplicationScoped
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
