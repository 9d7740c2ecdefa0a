package id.sigap.faults.fault;

import id.sigap.infrastructure.Volume;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Disk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Disks that are full, take no writes, or lose their power with what was not flushed. */
final class DiskFaults {

    private static final Duration FULL = Duration.ofSeconds(8);

    private DiskFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("database-disk-full", "PostgreSQL's disk is full for a while", Target.DATABASE, site -> {
                    fill(site, Disk.POSTGRES);
                    if (!isAlive(site.postgres().pid())) {
                        site.postgres().revive();
                    }
                }),
                fault(
                        "database-power-cut",
                        "PostgreSQL loses its power, and what it had not flushed",
                        Target.DATABASE,
                        site -> site.stack().infrastructure().powerCutPostgres()),
                fault("broker-disk-full", "the broker's disk is full for a while", Target.BROKER, site -> {
                    fill(site, Disk.KAFKA);
                    if (!isAlive(site.broker().pid())) {
                        site.broker().revive();
                    }
                }),
                fault(
                        "broker-power-cut",
                        "the broker loses its power, and what it had not flushed",
                        Target.BROKER,
                        site -> site.stack().infrastructure().powerCutKafka()),
                fault(
                        "evidence-disk-full",
                        "the evidence's disk is full for a while",
                        Target.EVIDENCE,
                        site -> fill(site, Disk.EVIDENCE)),
                fault(
                        "evidence-read-only",
                        "the evidence's disk takes no writes for a while",
                        Target.EVIDENCE,
                        site -> {
                            Volume disk = disk(site, Disk.EVIDENCE);
                            disk.readOnly();
                            Lasting.of(FULL);
                            disk.writable();
                        }),
                new Fault(
                        "evidence-power-cut",
                        "the vault's machine loses its power: service and evidence disk, with what was not flushed",
                        Set.of(Target.EVIDENCE, Target.INTAKE),
                        DiskFaults::hindrance,
                        (site, dice) -> cutVault(site)));
    }

    private interface Harm {
        void to(Site site) throws Exception;
    }

    private static Fault fault(String name, String meaning, Target target, Harm harm) {
        return new Fault(name, meaning, Set.of(target), DiskFaults::hindrance, (site, dice) -> harm.to(site));
    }

    private static Optional<String> hindrance(Site site) {
        return Volume.unavailable();
    }

    private static void fill(Site site, Disk which) throws InterruptedException {
        Volume disk = disk(site, which);
        disk.fill();
        Lasting.of(FULL);
        disk.free();
    }

    private static void cutVault(Site site) {
        site.stack().powerCutEvidence();
        site.replicas(Service.INTAKE).forEach(site.stack()::awaitReady);
    }

    private static Volume disk(Site site, Disk which) {
        return site.stack().infrastructure().disk(which);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
