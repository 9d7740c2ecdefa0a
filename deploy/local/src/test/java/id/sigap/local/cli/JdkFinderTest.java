package id.sigap.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's own part: which JDK it takes, and what it says where there is none. */
@Tag("quick")
class JdkFinderTest {

    private static final Path SCRIPT = Path.of("../../sigap").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private record Answer(int code, String text) {}

    @Test
    void javaHome_isTaken_ifNewEnough() throws Exception {
        // Given
        Path jdk = aJdk("in java home", "25.0.3");
        // When
        Answer answer = javaHome(Map.of("JAVA_HOME", jdk.toString()));
        // Then
        assertThat(answer).isEqualTo(new Answer(0, jdk.toString()));
    }

    @Test
    void anOlderJavaHome_isPassedOver_forOneInTheSystemsFolder() throws Exception {
        // Given
        Path old = aJdk("old", "17.0.12");
        Path system = Files.createDirectories(folder.resolve("jvm folder"));
        aJdk("jvm folder/a-21", "21.0.1");
        Path good = aJdk("jvm folder/b-26", "26");
        // When
        Answer answer = javaHome(Map.of("JAVA_HOME", old.toString(), "SIGAP_JVM_FOLDERS", system.toString()));
        // Then
        assertThat(answer).isEqualTo(new Answer(0, good.toString()));
    }

    @Test
    void path_isFollowed_throughLinks() throws Exception {
        // Given
        Path jdk = aJdk("real", "25");
        Path bin = Files.createDirectories(folder.resolve("alternatives"));
        Files.createSymbolicLink(bin.resolve("javac"), jdk.resolve("bin/javac"));
        // When
        Answer answer = javaHome(Map.of("PATH", bin + ":" + onlyTools()));
        // Then
        assertThat(answer).isEqualTo(new Answer(0, jdk.toRealPath().toString()));
    }

    @Test
    void sdkman_isLookedInto() throws Exception {
        // Given
        Path jdk = aJdk("sdkman/candidates/java/25-tem", "25.0.1");
        // When
        Answer answer = javaHome(Map.of("SDKMAN_DIR", folder.resolve("sdkman").toString()));
        // Then
        assertThat(answer).isEqualTo(new Answer(0, jdk.toString()));
    }

    @Test
    void aRuntimeWithoutCompiler_isNoJdk() throws Exception {
        // Given
        Path jre = aJdk("jre", "25");
        Files.delete(jre.resolve("bin/javac"));
        // When
        Answer answer = javaHome(Map.of("JAVA_HOME", jre.toString()));
        // Then
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void withoutAnyJdk_itSaysHowToGetOne_andExits2() throws Exception {
        // When
        Answer answer = javaHome(Map.of());
        // Then
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("no JDK 25 or later", "adoptium.net", "JAVA_HOME");
    }

    @Test
    void theScript_worksThroughALink_fromAnotherFolder() throws Exception {
        // Given
        Path jdk = aJdk("jdk", "25");
        Path link = Files.createSymbolicLink(folder.resolve("a link"), folder.relativize(SCRIPT));
        // When
        Answer answer = run(link, Map.of("JAVA_HOME", jdk.toString()), "java-home");
        // Then
        assertThat(answer).isEqualTo(new Answer(0, jdk.toString()));
    }

    @Test
    void anUnknownCommand_showsTheHelp_andExits2() throws Exception {
        // When
        Answer answer = run(SCRIPT, Map.of(), "fly");
        // Then
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("unknown command: fly", "usage: ./sigap COMMAND");
    }

    private Answer javaHome(Map<String, String> environment) throws Exception {
        return run(SCRIPT, environment, "java-home");
    }

    /** On a machine that has nothing but what the test gives it. */
    private Answer run(Path script, Map<String, String> environment, String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", onlyTools().toString(),
                        "HOME", folder.toString(),
                        "SIGAP_JVM_FOLDERS", folder.resolve("none").toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text.strip());
    }

    /** The programs the script uses, without any javac beside them. */
    private Path onlyTools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : new String[] {"bash", "cat", "dirname", "readlink", "sed", "head"}) {
            for (Path bin : new Path[] {Path.of("/usr/bin", tool), Path.of("/bin", tool)}) {
                if (Files.exists(bin) && !Files.exists(tools.resolve(tool))) {
                    executable(tools.resolve(tool), "exec " + bin + " \"$@\"");
                }
            }
        }
        return tools;
    }

    private Path aJdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        for (String program : new String[] {"java", "javac"}) {
            executable(jdk.resolve("bin").resolve(program), "exit 1");
        }
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
