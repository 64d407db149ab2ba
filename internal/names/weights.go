package names

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed weights.txt
var weightsFile string

// weights of the features, the constant first; for people and for all else. They
// are learnt by cmd/train/names from the aliases in the European Union's
// consolidated sanctions lists: see Learn.
var weights = func() [2]coefficients {
	w, err := readWeights(weightsFile)
	if err != nil {
		panic(err) // cannot happen: the file is part of the program, and tested
	}
	return w
}()

// readWeights reads the form that Learn writes.
func readWeights(file string) (w [2]coefficients, err error) {
	i := 0
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var name string
		if i == len(featureNames) {
			return w, fmt.Errorf("names: weights: more lines than features: %q", line)
		}
		if _, err := fmt.Sscan(line, &name, &w[0][i], &w[1][i]); err != nil || name != featureNames[i] {
			return w, fmt.Errorf("names: weights: not the weights of %s: %q", featureNames[i], line)
		}
		i++
	}
	if i != len(featureNames) {
		return w, fmt.Errorf("names: weights: only %d features", i)
	}
	return w, nil
}
