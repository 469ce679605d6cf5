# The table counts of a report, by data.table (Debian: r-cran-data.table): Rscript Counts.R EXPORT
suppressPackageStartupMessages(library(data.table))
sessions <- fread(commandArgs(TRUE)[1], na.strings = "")
events <- c("bruising", "bleeding", "pain_during", "pain_after_session", "fatigue", "fainting", "dizziness", "nausea",
            "pneumothorax")
by_patient <- sessions[, c(lapply(.SD, function(x) sum(x == "yes", na.rm = TRUE)),
                           lapply(.SD, function(x) sum(!is.na(x)))),
                       by = .(condition, patient_id), .SDcols = events]
setnames(by_patient, c("condition", "patient_id", paste0("y_", events), paste0("n_", events)))
sums <- function(d) sapply(events, function(e) {
  y <- d[[paste0("y_", e)]]
  n <- d[[paste0("n_", e)]]
  c(sum(y), sum(n), sum(y * y), sum(y * n), sum(n * n))
})
rates <- c(list(sums(by_patient)), lapply(split(by_patient, by = "condition"), sums))
soreness <- sessions[, .N, by = .(condition, soreness_hours, soreness_resolved)]
relief <- sessions[, .(sessions = max(session_number), first = min(c(.Machine$integer.max, session_number[which(relief == "yes")]))),
                   by = .(condition, patient_id)][, .N, by = .(condition, sessions, first)]
repeated <- nrow(sessions) - uniqueN(sessions$session_id)
cat(length(rates), nrow(soreness), nrow(relief), repeated, "\n")
