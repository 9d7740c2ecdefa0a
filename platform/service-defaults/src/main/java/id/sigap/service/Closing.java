package id.sigap.service;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Nothing new is begun once the service stops: a scheduled job would only find the database's pool closed. */
@ApplicationScoped
class Closing {

    void stop(@Observes ShutdownEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
