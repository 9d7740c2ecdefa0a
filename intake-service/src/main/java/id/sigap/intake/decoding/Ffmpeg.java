package id.sigap.intake.decoding;

import id.sigap.intake.decoding.Sandbox.Job;
import id.sigap.intake.decoding.Sandbox.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ffmpeg in the {@link Sandbox}: it opens nothing but its pipe, no file, no network, whatever a file says; the format is told, never guessed; and
 * nothing that a camera wrote beside picture or sound (place, time, names) gets through.
 */
@ApplicationScoped
public class Ffmpeg {

    /** Samples per second of {@link #samples}: 16 bits, little-endian, one channel. */
    public static final int RATE = 8000;

    /** A photo of 108 MP is the largest a phone makes. */
    static final int MOST_PIXELS = 110_000_000;

    /** More no screen shows; a long screenshot of 1080×15000 has 16 million and stays as it is. */
    private static final String SMALLER =
            "scale='min(iw,trunc(iw*sqrt(20000000/(iw*ih))))':-1:force_original_aspect_ratio=disable";

    /** The longer side up to 1600, and both even, as H.264 wants them. */
    private static final String FILM_SIZE =
            "scale='trunc(iw*min(1,1600/max(iw,ih))/2)*2':'trunc(ih*min(1,1600/max(iw,ih))/2)*2'";

    private static final String MOV = "mov";
    /** What it calls the formats we take. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/ogg", "ogg"),
            Map.entry("audio/mp4", MOV),
            Map.entry("audio/3gpp", MOV),
            Map.entry("audio/aac", "aac"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/amr", "amr"),
            Map.entry("video/mp4", MOV),
            Map.entry("video/quicktime", MOV),
            Map.entry("video/3gpp", MOV),
            Map.entry("image/jpeg", "jpeg_pipe"),
            Map.entry("image/png", "png_pipe"),
            Map.entry("image/webp", "webp_pipe"));

    private static final Map<String, List<String>> PICTURES = Map.of(
            "image/png", List.of("-c:v", "png", "-f", "image2pipe"),
            "image/webp", List.of("-c:v", "libwebp", "-quality", "90", "-f", "webp"),
            "image/jpeg", List.of("-c:v", "mjpeg", "-q:v", "3", "-f", "mjpeg"));

    private static final long LARGEST_FILM = 100L * 1024 * 1024;

    private final Sandbox sandbox;
    private final Optional<Path> program;
    private final Duration timeout;
    private final Duration longTimeout;

    Ffmpeg(Sandbox sandbox, DecodingConfig config) {
        this.sandbox = sandbox;
        this.program = Program.find(config.ffmpeg(), "ffmpeg");
        this.timeout = config.timeout();
        this.longTimeout = config.filmTimeout();
    }

    /** Whether it is there, and reads such files. */
    public boolean takes(String mediaType) {
        return program.isPresent()
                && FORMATS.containsKey(mediaType)
                && (!mediaType.startsWith("video/") || NamelessFiles.possible());
    }

    /** The sound, as plain samples at {@link #RATE}. @throws Undecodable if there is none; others as {@link Sandbox.Place#run} */
    public <T> T samples(String mediaType, Original original, Outcome<T> outcome) throws IOException {
        return piped(
                mediaType,
                original,
                List.of(),
                List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-ac", "1", "-ar", Integer.toString(RATE), "-f", "s16le"),
                outcome);
    }

    /** The sound as an MP3, which every browser plays, four hours at the most. */
    public <T> T mp3(String mediaType, Original original, Outcome<T> outcome) throws IOException {
        var sound = new ArrayList<>(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-t", "14400"));
        sound.addAll(List.of("-ac", "1", "-ar", "24000", "-c:a", "libmp3lame", "-b:a", "64k"));
        sound.addAll(List.of("-id3v2_version", "0", "-write_xing", "0", "-f", "mp3"));
        return run(
                Job.piped(command(mediaType, List.of(), sound, "pipe:1"), longTimeout), mediaType, original, outcome);
    }

    /** The picture the right way up, in the format it has; the long side of a panorama is made smaller. */
    public <T> T picture(String mediaType, Original original, Outcome<T> outcome) throws IOException {
        return piped(mediaType, original, largest(), picture(PICTURES.get(mediaType)), outcome);
    }

    /** The film as every browser plays it, half an hour at the most. It is put in order at its end, which takes a file: one without a name. */
    public <T> T film(String mediaType, Original original, Outcome<T> outcome) throws IOException {
        var film = new ArrayList<>(List.of("-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn", "-t", "1800"));
        film.addAll(List.of("-vf", FILM_SIZE, "-fpsmax", "15", "-c:v", "libx264", "-preset", "ultrafast"));
        film.addAll(List.of("-crf", "25", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "1", "-b:a", "64k"));
        film.addAll(List.of("-movflags", "+faststart", "-f", "mp4"));
        List<String> command = command(mediaType, largest(), film, NamelessFiles.OUT);
        return run(
                new Job(
                        NamelessFiles.OPEN_OUT + "\"$@\" && " + NamelessFiles.READ_OUT,
                        command,
                        longTimeout,
                        LARGEST_FILM),
                mediaType,
                original,
                outcome);
    }

    /** What makes a JPEG that another program wrote one of ours: upright already, whatever it says of itself. */
    List<String> cleaningJpeg() {
        var before = new ArrayList<>(List.of("-noautorotate"));
        before.addAll(largest());
        return command("image/jpeg", before, picture(PICTURES.get("image/jpeg")), "pipe:1");
    }

    private static List<String> largest() {
        return List.of("-max_pixels", Integer.toString(MOST_PIXELS));
    }

    private static List<String> picture(List<String> format) {
        var picture = new ArrayList<>(List.of("-map", "0:v:0", "-an", "-frames:v", "1", "-vf", SMALLER));
        picture.addAll(format);
        return picture;
    }

    private <T> T piped(
            String mediaType, Original original, List<String> before, List<String> output, Outcome<T> outcome)
            throws IOException {
        return run(Job.piped(command(mediaType, before, output, "pipe:1"), timeout), mediaType, original, outcome);
    }

    /**
     * Nothing of the original is opened before there is a place to decode it in, however many ask. One that can't be read is no fault of its own:
     * it shows here, before the program is told anything.
     */
    private <T> T run(Job job, String mediaType, Original original, Outcome<T> outcome) throws IOException {
        try (Sandbox.Place place = sandbox.take();
                Mp4Order file =
                        FORMATS.get(mediaType).equals(MOV) ? Mp4Order.of(original) : Mp4Order.asItIs(original)) {
            return place.run(job, file::write, outcome);
        }
    }

    private List<String> command(String mediaType, List<String> before, List<String> output, String to) {
        var command = new ArrayList<>(List.of(program.orElseThrow().toString()));
        command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "quiet", "-threads", "1"));
        command.addAll(before);
        command.addAll(List.of("-protocol_whitelist", "pipe", "-f", FORMATS.get(mediaType), "-i", "pipe:0"));
        command.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-bitexact", "-threads", "1", "-y"));
        command.addAll(output);
        command.add(to);
        return command;
    }
}
