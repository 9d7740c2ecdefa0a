package id.sigap.faults.check.snapshot;

import java.util.List;
import java.util.Map;

/**
 * What the vault keeps sealed, opened with its master key. A text that can't be opened is absent.
 *
 * @param people by case id
 * @param narratives by report id
 * @param statements by appeal id
 * @param messages by message id
 * @param evidence by evidence id, for each row whose blob is there
 * @param files every file in the folder of evidence
 */
public record Vault(
        Map<String, Person> people,
        Map<String, String> narratives,
        Map<String, String> statements,
        Map<String, String> messages,
        Map<String, Content> evidence,
        List<Blob> files) {

    /** Who is behind a case. */
    public record Person(String name, String email, String mobile) {}
}
