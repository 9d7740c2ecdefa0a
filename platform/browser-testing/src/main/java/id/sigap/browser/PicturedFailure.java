package id.sigap.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A test's failure that says where the pictures of it lie. */
final class PicturedFailure extends AssertionError {

    private PicturedFailure(String message, Throwable failure) {
        super(message, failure);
    }

    /** Fails where the failure did, so that the report's first line is the test's own. */
    static PicturedFailure of(Throwable failure, List<Path> pictures) {
        String lie = pictures.stream()
                .map(picture -> picture.toAbsolutePath().toString())
                .collect(Collectors.joining("\n  ", "Screenshot:\n  ", ""));
        var pictured = new PicturedFailure(failure.getMessage() + "\n" + lie, failure);
        pictured.setStackTrace(failure.getStackTrace());
        return pictured;
    }
}
