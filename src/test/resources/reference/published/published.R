# R 4.2.2, package stats: binom.test(events, denominator)$conf.int on every published count.
# Run in this folder: Rscript published.R
counts <- read.csv("counts.csv", stringsAsFactors = FALSE)
limits <- t(mapply(function(x, n) binom.test(x, n)$conf.int, counts$events, counts$denominator))
out <- data.frame(
  study = counts$study, event = counts$event, unit = counts$unit,
  events = counts$events, denominator = counts$denominator,
  rate = sprintf("%.17g", counts$events / counts$denominator),
  lower = sprintf("%.17g", limits[, 1]), upper = sprintf("%.17g", limits[, 2]))
writeLines(c(paste0("# ", R.version.string, ", stats: binom.test(events, denominator)$conf.int"),
             paste(names(out), collapse = ",")), "published.csv")
write.table(out, "published.csv", append = TRUE, sep = ",", row.names = FALSE, col.names = FALSE, quote = 1:3)
