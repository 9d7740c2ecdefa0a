package id.sigap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./sigap tools}, on machines that have nothing but what the test gives them. */
@Tag("quick")
class ToolsScriptTest {

    private static final Path SCRIPT = Path.of("../../sigap").toAbsolutePath().normalize();
    private static final List<String> OF_TESTS =
            List.of("chromium", "ffmpeg", "heif-convert", "pgbench", "mkfs.ext4", "fallocate");

    @TempDir
    private Path folder;

    private record Answer(int code, String text) {}

    @Test
    void whatIsMissing_isNamed_withWhatItIsFor_andHowToGetIt() throws Exception {
        // When
        Answer answer = tools();
        // Then
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text())
                .containsPattern(
                        "ffmpeg +MISSING +pictures, recordings and films as a browser shows them \\(Debian: ffmpeg\\)")
                .containsPattern("libfaketime +MISSING")
                .contains("./sigap tools --install");
    }

    @Test
    void whereTheTestsHaveAll_nothingIsMissing_unlessMoreIsAskedFor() throws Exception {
        // Given
        for (String tool : OF_TESTS) {
            program(tool, "exit 0");
        }
        Files.createDirectories(folder.resolve("libraries/faketime"));
        Files.writeString(folder.resolve("libraries/faketime/libfaketimeMT.so.1"), "");
        // When
        Answer tests = tools();
        Answer all = tools("--all");
        // Then
        assertThat(tests.code()).isZero();
        assertThat(tests.text()).containsPattern("chromium +there").containsPattern("nft +MISSING");
        assertThat(all.code()).isEqualTo(1);
    }

    @Test
    void installing_isSaidFirst_andDoneBySudo_whereOneIsNotRoot() throws Exception {
        // Given
        for (String tool : OF_TESTS.subList(1, OF_TESTS.size())) {
            program(tool, "exit 0");
        }
        Files.createDirectories(folder.resolve("libraries/faketime"));
        Files.writeString(folder.resolve("libraries/faketime/libfaketimeMT.so.1"), "");
        program("id", "echo 1000");
        program("apt-get", "echo never by itself; exit 1");
        program("sudo", "echo \"asked: $*\"");
        // When
        Answer answer = tools("--install");
        // Then
        assertThat(answer.text())
                .containsSubsequence(
                        "Now: sudo apt-get install --no-install-recommends chromium",
                        "asked: apt-get update",
                        "asked: env DEBIAN_FRONTEND=noninteractive apt-get install")
                .doesNotContain("never by itself");
    }

    @Test
    void anUnknownOption_namesThoseThereAre_andExits2() throws Exception {
        // When
        Answer answer = tools("--instal");
        // Then
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("no --instal", "--install", "--all");
    }

    private Answer tools(String... options) throws Exception {
        for (String tool : List.of("bash", "cat", "dirname", "readlink")) {
            program(tool, "exec " + (Files.exists(Path.of("/bin", tool)) ? "/bin/" : "/usr/bin/") + tool + " \"$@\"");
        }
        List<String> command = new ArrayList<>(List.of("/bin/bash", SCRIPT.toString(), "tools"));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin").toString(),
                        "SIGAP_ADMINISTRATORS_FOLDERS", folder.resolve("sbin").toString(),
                        "SIGAP_LIBRARY_FOLDERS", folder.resolve("libraries").toString(),
                        "SIGAP_POSTGRESQL_FOLDER", folder.resolve("postgresql").toString()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text.strip());
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
