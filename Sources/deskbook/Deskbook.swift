// Where the program begins.

internal import ArgumentParser

@main
struct Deskbook {
  static func main() async {
    await DeskbookCommand.main()
  }
}
