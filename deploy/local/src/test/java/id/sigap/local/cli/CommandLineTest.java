package id.sigap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.console.Console;
import id.sigap.local.process.ProcessIdentity;
import id.sigap.local.stack.PortPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("quick")
class CommandLineTest {

    @TempDir
    private Path repository;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandLine line = Main.commandLine(new Workplace(repository, Console.to(out)));
        line.setErr(new PrintWriter(out, true, StandardCharsets.UTF_8));
        return line.execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyCommandForPeople_isHandedOnByTheScript_andInItsUsage() throws IOException {
        // When
        String script = Files.readString(Path.of("../../sigap"));
        String handedOn = script.lines()
                .filter(line -> line.strip().startsWith("up | "))
                .findFirst()
                .orElseThrow();
        // Then
        assertThat(Main.commandLine(new Workplace(repository, Console.silent()))
                        .getSubcommands()
                        .values())
                .filteredOn(command -> !command.getCommandSpec().usageMessage().hidden())
                .extracting(CommandLine::getCommandName)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(handedOn).containsPattern("[ |]" + command + "( \\||\\))"))
                .allSatisfy(command -> assertThat(script).containsPattern("(?m)^  " + command + " "));
    }

    @Test
    void aKeyThatIsNone_isNamedWithItsFile_andSoIsAServiceThatIsNotLookedAt() throws IOException {
        for (String line : List.of("ticket-service=nonsense", "ticket=MCowBQYDK2VwAyEA", "")) {
            // Given
            Path keys = Files.writeString(repository.resolve("keys"), line);
            // When
            int code = run(
                    "audit",
                    "verify",
                    "--database",
                    "ticket=jdbc:postgresql://localhost:1/ticket",
                    "--keys",
                    keys.toString());
            // Then
            assertThat(code).isEqualTo(1);
            assertThat(said()).contains(keys.toString()).doesNotContain("\tat ");
        }
    }

    @Test
    void aFileThatIsNotThere_isNamed() {
        // When
        int code = run(
                "audit",
                "verify",
                "--database",
                "ticket=jdbc:postgresql://localhost:1/ticket",
                "--kafka",
                "nowhere.properties");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("there is no file nowhere.properties");
    }

    @Test
    void anUnknownOption_isNamed_andExits2() {
        assertThat(run("up", "--fats")).isEqualTo(2);
        assertThat(said()).contains("--fats");
    }

    @Test
    void aPortBaseThatIsNoNumber_isNamed_andExits2() {
        assertThat(run("up", "--port-base", "high")).isEqualTo(2);
        assertThat(said()).contains("--port-base", "high");
    }

    @Test
    void aPortBaseOutOfRange_isRefused() {
        assertThat(run("up", "--port-base", "80")).isEqualTo(1);
        assertThat(said()).contains("between 1024 and 65436");
    }

    @Test
    void anUnknownService_isRefused_withTheNamesThereAre() {
        assertThat(run("logs", "billing")).isEqualTo(1);
        assertThat(said()).contains("no service is called billing", "ticket-service", "sla-monitor");
    }

    @Test
    void dev_ofAnUnknownService_namesThoseThereAre_andExits2() {
        assertThat(run("dev", "billing")).isEqualTo(2);
        assertThat(said()).contains("no service is called billing", "ticket-service", "sla-monitor");
    }

    @Test
    void dev_ofNoService_saysWhatIsMissing_andExits2() {
        assertThat(run("dev")).isEqualTo(2);
        assertThat(said()).contains("SERVICE");
    }

    @Test
    void dev_besideAStackThatRuns_isRefused() throws Exception {
        // Given
        Path state = repository.resolve(".sigap/state");
        Files.createDirectories(state.getParent());
        Files.writeString(
                state,
                "supervisor=%s\nphase=READY\nport-base=9300\nreplicas=1\ndata=%s\nprofile=up\n"
                        .formatted(ProcessIdentity.of(ProcessHandle.current()), repository));
        // When
        int code = run("dev", "ticket");
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said())
                .contains(
                        "a stack is running here (process "
                                + ProcessHandle.current().pid(),
                        "./sigap down");
    }

    @Test
    void status_ofNothing_saysSo_andExits1() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(said()).contains("nothing is running here");
    }

    @Test
    void down_ofNothing_isFine() {
        assertThat(run("down")).isZero();
        assertThat(said()).contains("nothing is running here");
    }

    @Test
    void aTakenPort_isNamed_beforeAnythingIsBuilt() throws Exception {
        // Given
        int base = PortPlan.free().base();
        try (ServerSocket other = new ServerSocket(base + 3, 1, InetAddress.getLoopbackAddress())) {
            // When
            int code = run("up", "--port-base", Integer.toString(base));
            // Then
            assertThat(code).isEqualTo(1);
            assertThat(said())
                    .contains(other.getLocalPort() + "  wanted for ticket-service")
                    .contains("--port-base " + (base + 100));
        }
    }

    @Test
    void logs_areFound_byTheServicesShortName() throws Exception {
        // Given
        Path log = repository.resolve(".sigap/logs/ticket-service.log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "one\ntwo\n");
        // When
        int code = run("logs", "ticket");
        // Then
        assertThat(code).isZero();
        assertThat(said()).isEqualToNormalizingNewlines("one\ntwo\n");
    }

    @Test
    void thePortBase_isRemembered() {
        // Given
        Workplace workplace = new Workplace(repository, Console.to(new PrintStream(said)));
        workplace.ports(Optional.of(9300), 1);
        // When
        var ports = workplace.ports(Optional.empty(), 1);
        // Then
        assertThat(ports.base()).isEqualTo(9300);
    }
}
