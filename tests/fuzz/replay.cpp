// Gives files to a fuzz target once each, without a fuzzer: REPLAY FILE...

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv) {
    for (int i = 1; i < argc; ++i) {
        std::FILE *file = std::fopen(argv[i], "rb");
        if (file == nullptr) {
            std::fprintf(stderr, "no file %s\n", argv[i]);
            return 1;
        }
        std::vector<std::uint8_t> bytes;
        for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) {
            bytes.push_back(static_cast<std::uint8_t>(c));
        }
        std::fclose(file);
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%d inputs\n", argc - 1);
    return argc > 1 ? 0 : 1;
}
