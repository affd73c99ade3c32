// Judges histories of units that are assigned and released with Porcupine: each unit is a register that holds its owner.
// The file that is named has a line "history" before each history, and for each call a line with its client, when it
// began, when it ended, the unit, the partition to which it was to be assigned (-1 to release it), and whether that was
// completed. For each line of standard input all histories are judged once; the line of the answer has the processor
// time in seconds and a letter for each history: y if it is linearizable, n if it is not.
package main

import (
	"bufio"
	"fmt"
	"os"
	"syscall"

	"github.com/anishathalye/porcupine"
)

const free = -1

type request struct{ unit, partition int }

var owners = porcupine.Model{
	Partition: func(calls []porcupine.Operation) [][]porcupine.Operation {
		units := map[int][]porcupine.Operation{}
		for _, call := range calls {
			unit := call.Input.(request).unit
			units[unit] = append(units[unit], call)
		}
		var parts [][]porcupine.Operation
		for _, part := range units {
			parts = append(parts, part)
		}
		return parts
	},
	Init: func() interface{} { return free },
	Step: func(state, input, output interface{}) (bool, interface{}) {
		owner, wanted, completed := state.(int), input.(request).partition, output.(bool)
		permitted := (owner == free) == (wanted != free)
		if permitted != completed {
			return false, state
		}
		if completed {
			return true, wanted
		}
		return true, state
	},
}

func read(name string) (histories [][]porcupine.Operation) {
	file, err := os.Open(name)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if lines.Text() == "history" {
			histories = append(histories, nil)
			continue
		}
		var call porcupine.Operation
		var asked request
		var completed bool
		if _, err := fmt.Sscan(lines.Text(), &call.ClientId, &call.Call, &call.Return,
			&asked.unit, &asked.partition, &completed); err != nil {
			panic(err)
		}
		call.Input, call.Output = asked, completed
		last := len(histories) - 1
		histories[last] = append(histories[last], call)
	}
	return histories
}

func processorTime() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func main() {
	histories := read(os.Args[1])
	for rounds := bufio.NewScanner(os.Stdin); rounds.Scan(); {
		verdicts := make([]byte, len(histories))
		begun := processorTime()
		for i, history := range histories {
			verdicts[i] = 'n'
			if porcupine.CheckOperations(owners, history) {
				verdicts[i] = 'y'
			}
		}
		fmt.Printf("%.6f %s\n", processorTime()-begun, verdicts)
	}
}
