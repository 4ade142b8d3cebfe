from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, Queue


def shrink(image):
    return image[:10]


def handler(event, context):
    done = Queue()  # expect: shared-memory
    with Pool(4) as pool:  # expect: shared-memory
        small = pool.map(shrink, event["images"])
    with ProcessPoolExecutor(2) as executor:  # expect: shared-memory
        list(executor.map(shrink, small))
    done.put(small)
    return done.get()
