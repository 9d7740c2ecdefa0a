/** What citizens read, in Indonesian and English: {@code citizen_id.properties} and {@code citizen_en.properties}. */
package id.sigap.intake.wording;
