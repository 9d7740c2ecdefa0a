/** What is taken as evidence, and how it is told from everything else: by its bytes, while they pass by. */
package id.sigap.intake.filetype;
