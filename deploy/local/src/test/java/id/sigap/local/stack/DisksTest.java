package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.infrastructure.Volume;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.testing.tools.RequiresTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose data are on disks of their own. Skipped, with the reason, where that can't be. */
@Tag("service")
@RequiresTool(value = Volume.class, installable = false)
class DisksTest {

    @TempDir
    private static Path folder;

    private static StackOptions options;
    private static LocalStack stack;

    @BeforeAll
    static void start() {
        options = FakeStack.in(folder, PortPlan.free().base()).volumes(EnumSet.allOf(Disk.class));
        stack = LocalStack.start(options);
    }

    @AfterAll
    static void stop() throws Exception {
        if (stack != null) {
            stack.close();
            assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(folder.toString());
        }
    }

    @Test
    void thePowerIsCut_andEverythingComesBack() throws Exception {
        // Given
        execute("CREATE TABLE kept AS SELECT 'committed' AS word");
        // When
        stack.infrastructure().powerCutPostgres();
        stack.infrastructure().powerCutKafka();
        stack.powerCutEvidence();
        // Then
        stack.awaitAllReady();
        assertThat(words()).isEqualTo("committed");
        assertThat(stack.restarts(Service.INTAKE)).isZero();
        try (var admin = stack.infrastructure().kafka().admin()) {
            assertThat(admin.listTopics().names().get()).contains("sigap.reports");
        }
    }

    @Test
    void theEvidenceDisk_canBeFilled_andFreed() {
        // Given
        Volume disk = stack.infrastructure().disk(Disk.EVIDENCE);
        // When
        disk.fill();
        long full = disk.room();
        disk.free();
        // Then
        assertThat(full).isZero();
        assertThat(disk.room()).isPositive();
        assertThat(disk.folder()).isEqualTo(options.folder().data().resolve("evidence"));
    }

    @Test
    void besideAStackThatRuns_cleaningUpLeavesItsDisksAlone() {
        // When
        Crash.cleanUp(options.folder(), Console.silent());
        // Then
        assertThat(stack.infrastructure().disk(Disk.POSTGRES).folder().resolve("PG_VERSION"))
                .exists();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection admin = stack.infrastructure().postgres().connect("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String words() throws SQLException {
        try (Connection admin = stack.infrastructure().postgres().connect("postgres");
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT word FROM kept")) {
            row.next();
            return row.getString(1);
        }
    }
}
