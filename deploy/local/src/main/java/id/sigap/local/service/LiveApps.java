package id.sigap.local.service;

import id.sigap.local.process.Launch;
import id.sigap.local.process.Maven;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service from its sources, in Quarkus' dev mode: what is edited, in it or in what it stands on, is compiled and taken in when somebody next
 * calls it. The others as they are built.
 */
public final class LiveApps implements Apps {

    private static final String DEV_MODE = "io.quarkus.platform:quarkus-maven-plugin:dev";

    private final Service live;
    private final Apps others;
    private final Maven maven;
    private final int debugger;

    /** @param debugger the port where one can attach */
    public LiveApps(Service live, Apps others, Path repository, int debugger) {
        this.live = live;
        this.others = others;
        this.maven = new Maven(repository);
        this.debugger = debugger;
    }

    @Override
    public App of(Service service) {
        return service == live ? new App(Path.of(maven.program()), Optional.empty(), "live") : others.of(service);
    }

    @Override
    public Launch launch(Replica replica, Jvm jvm, Path settings, Path directory, Path log) {
        if (replica.service() != live) {
            return others.launch(replica, jvm, settings, directory, log);
        }
        List<String> command = new ArrayList<>(List.of(maven.program(), "-B", "-ntp", "-q"));
        // its neighbours too: what is edited in the platform is taken in as well
        command.addAll(List.of("-pl", live.id(), "-am", "process-classes", DEV_MODE));
        // the very settings it would have as built, and no other profile's
        command.add("-Dquarkus.config.locations=" + settings.toUri());
        command.add("-Dquarkus.profile=prod");
        command.add("-Dquarkus.log.console.json.enabled=false");
        command.add("-Dquarkus.devservices.enabled=false");
        command.add("-Dquarkus.analytics.disabled=true");
        command.add("-Dquarkus.console.enabled=false"); // there is no terminal behind a log
        command.add("-Dquarkus.test.continuous-testing=disabled");
        command.add("-DdebugHost=127.0.0.1");
        command.add("-Ddebug=" + debugger);
        return new Launch(replica.id(), command, maven.repository(), environment(jvm, replica), log);
    }

    private Map<String, String> environment(Jvm jvm, Replica replica) {
        var environment = new HashMap<>(jvm.environmentFor(replica));
        environment.putAll(maven.environment());
        return environment;
    }

    @Override
    public Optional<Path> missingCache(Service service) {
        return service == live ? Optional.empty() : others.missingCache(service);
    }

    @Override
    public void giveUpCache(Service service) {
        others.giveUpCache(service);
    }
}
